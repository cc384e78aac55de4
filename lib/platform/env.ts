import { z } from "zod";
import { parseMailAddress } from "./mail/address.ts";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** At least 32 characters; encrypts the session cookie, and its keys seal what the database must not give away. The supervisor makes one for the demonstration. */
  EMPALME_SECRET: z.string().min(32),
  /** Where people reach the portal, without a final slash; decides whether cookies are Secure. */
  APP_URL: z.url({ protocol: /^https?$/ }),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  EMPALME_DATA_DIR: z.string().default(".data"),
  /** JSON file with the company's profile; only a demonstration has one of its own. */
  EMPALME_PROFILE: z.string().optional(),
  EMPALME_DEMONSTRATION: flag.default(false),
  /** Country of the fictional company that a demonstration shows. */
  EMPALME_DEMO: z.enum(["cl", "co"]).default("cl"),
  /** ISO 8601 duration that moves the clock, in demonstration and tests only. */
  EMPALME_CLOCK_OFFSET: z.string().optional(),
  /** How many proxies in front are ours: their X-Forwarded-For entries are believed, others are not. */
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  /** The mail server: `smtp://user:password@host:587`, or `smtps:`. A demonstration without one keeps mail in a folder. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The address that mail is from; the profile's contactEmail unless said. */
  MAIL_FROM: z
    .string()
    .refine((text) => parseMailAddress(text) !== null, "must be one e-mail address")
    .optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

/** What the supervisor and the command line find for themselves when nobody says it. */
const startSchema = schema.partial({ DATABASE_URL: true, EMPALME_SECRET: true, APP_URL: true });

function checked<Schema extends z.ZodType>(checking: Schema, given: NodeJS.ProcessEnv): z.infer<Schema> {
  const parsed = checking.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Configuration: ${wrong.join("; ")}`);
}

/** The environment before anything runs. @throws Error naming each variable that is wrong. */
export function startEnv(given: NodeJS.ProcessEnv = process.env): z.infer<typeof startSchema> {
  return checked(startSchema, given);
}

let read: Env | undefined;
/** @throws Error naming each variable that is missing or wrong. Read at first use, so that a build needs none of them. */
export function env(): Env {
  if (read) return read;
  const values = checked(schema, process.env);
  if (values.EMPALME_CLOCK_OFFSET && !values.EMPALME_DEMONSTRATION)
    throw new Error("Configuration: EMPALME_CLOCK_OFFSET is for demonstrations and tests only");
  if (!values.EMPALME_PROFILE && !values.EMPALME_DEMONSTRATION)
    throw new Error(
      "Configuration: EMPALME_PROFILE must name the company's profile, but for a demonstration",
    );
  if (!values.SMTP_URL && !values.EMPALME_DEMONSTRATION)
    throw new Error("Configuration: SMTP_URL must name the mail server, but for a demonstration");
  return (read = values);
}
