import { verify } from "@node-rs/argon2";
import pg from "pg";
import { hashPassword } from "../../lib/registration/password.ts";
import { PASSWORD } from "../support/people.ts";
import type { Portal } from "../support/portal.ts";
import { rutWithDigit } from "../support/ruts.ts";
import { output } from "./command.ts";
import { growTo } from "./grown-company.ts";
import { cookieOf, signInFields } from "./measured-portal.ts";
import { inTurn, median, p95, type Bench, type Measure } from "./measure.ts";
import type { SigningIn } from "./sign-in-client.ts";
import { ROOT } from "./workspace.ts";

const PEOPLE = 32;
const ROUNDS = 5;
const SIGN_INS = 320;
const PAGES = 200;
const SUPPLIES = 2_000;
const LIMIT_MS = 2 * 60_000;
/** Time for all 32 to be at it before pages are timed. */
const UNDER_WAY_MS = 2_000;

const documents = Array.from({ length: PEOPLE }, (_, at) => rutWithDigit(15_000_000 + at));

/** Adds the people who sign in; twice changes nothing. */
async function withPeople({ databaseUrl }: Portal): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const numbers = documents.map((document) => document.replaceAll(".", ""));
  await client.query(
    `INSERT INTO portal_user (id, identity_number, name, password_hash)
     SELECT gen_random_uuid(), document, 'Persona ' || document, $2 FROM unnest($1::text[]) AS document
     ON CONFLICT DO NOTHING`,
    [numbers, await hashPassword(PASSWORD)],
  );
  await client.end();
}

/** 32 people who sign in: `times` altogether, or until `stopping`. */
async function signingIn(portal: Portal, stopping: AbortSignal, times?: number): Promise<void> {
  const fields = await signInFields(portal);
  const load: SigningIn = { url: `${portal.url}/ingresar`, fields, documents, ...(times && { times }) };
  await output(process.execPath, ["tests/bench/sign-in-client.ts", JSON.stringify(load)], {
    cwd: ROOT,
    stopping,
    limit: LIMIT_MS,
  });
}

/** Verifications a second of Argon2id with the portal's parameters, as many at a time as the machine does. */
async function verificationsASecond(passwordHash: string): Promise<number> {
  let left = SIGN_INS;
  const began = performance.now();
  const verifying = async () => {
    while (left-- > 0) if (!(await verify(passwordHash, PASSWORD))) throw new Error("not verified");
  };
  await Promise.all(Array.from({ length: PEOPLE }, verifying));
  return SIGN_INS / ((performance.now() - began) / 1000);
}

/**
 * Verifications a second that Argon2id, with the portal's parameters, allows on this machine, over sign-ins a second through
 * the form, of 32 people at a time.
 */
export const signInRate: Measure = {
  name: "sign_in_rate",
  goal: 1.25,
  async take({ portal: start, stopping }: Bench) {
    const portal = await start();
    await withPeople(portal);
    const passwordHash = await hashPassword(PASSWORD);
    const signInsASecond = async () => {
      const began = performance.now();
      await signingIn(portal, stopping, SIGN_INS);
      return SIGN_INS / ((performance.now() - began) / 1000);
    };
    await signInsASecond();
    const rounds = await inTurn(ROUNDS, signInsASecond, () => verificationsASecond(passwordHash));
    const words = ({ ours, peer }: { ours: number; peer: number }) =>
      `${ours.toFixed(1)} sign-ins a second, ${peer.toFixed(1)} verifications`;
    const middle = (side: "ours" | "peer") => median(rounds.map((round) => round[side]));
    return {
      ratio: median(rounds.map(({ ours, peer }) => peer / ours)),
      sides: words({ ours: middle("ours"), peer: middle("peer") }),
      details: rounds.map(words),
    };
  },
};

/** p95 of a person's history page while 32 others sign in without a pause, over its p95 while nobody does. */
export const signInHistory: Measure = {
  name: "sign_in_history",
  goal: 3,
  async take({ portal: start, stopping }: Bench) {
    const portal = await start();
    await withPeople(portal);
    const supplies = await growTo(portal.databaseUrl, SUPPLIES);
    const cookie = await cookieOf("customer", portal);
    const pages = async () => {
      const times: number[] = [];
      for (let at = 0; at < PAGES; at++) {
        const address = `${portal.url}/mi-cuenta/suministros/${supplies[at % supplies.length]}/consumos`;
        const began = performance.now();
        const answer = await fetch(address, { headers: { cookie } });
        if (!(await answer.text()).includes("Mostrando 1 a 12 de 36")) throw new Error("no history");
        times.push(performance.now() - began);
      }
      return p95(times);
    };
    const pagesMeanwhile = async () => {
      const enough = new AbortController();
      const others = signingIn(portal, AbortSignal.any([stopping, enough.signal])).catch((error: unknown) => {
        if (!enough.signal.aborted) throw error;
      });
      await new Promise((resolve) => setTimeout(resolve, UNDER_WAY_MS));
      const measured = await Promise.race([pages(), others.then(() => NaN)]);
      enough.abort();
      await others;
      return measured;
    };
    await pages();
    const rounds = await inTurn(ROUNDS, pagesMeanwhile, pages);
    const words = ({ ours, peer }: { ours: number; peer: number }) =>
      `p95 ${ours.toFixed(1)} ms while 32 sign in, ${peer.toFixed(1)} ms while nobody does`;
    const middle = (side: "ours" | "peer") => median(rounds.map((round) => round[side]));
    return {
      ratio: median(rounds.map(({ ours, peer }) => ours / peer)),
      sides: words({ ours: middle("ours"), peer: middle("peer") }),
      details: rounds.map(words),
    };
  },
};
