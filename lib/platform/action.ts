import "server-only";
import type { z } from "zod";
import type { AdministratorActor, Context, PublicActor } from "../kernel/context.ts";
import type { Result } from "../kernel/result.ts";
import { ERROR_COPY, type ErrorCode } from "../copy/errors.ts";
import { administratorContext, publicContext } from "./context.ts";

/** What a form shows after a try: what was typed, what is wrong with each field, and what is wrong with the whole. */
export interface ActionState {
  values: Record<string, string>;
  fieldErrors: Record<string, string>;
  error?: string;
}

/** A person's secrets are never sent back to the page. */
const SECRET_FIELDS = new Set(["contrasena"]);

type Command<C, Input> = (ctx: C, input: Input) => Promise<Result<unknown, ErrorCode>>;

function stateOf(form: FormData): ActionState {
  const typed = [...form].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && !entry[0].startsWith("$") && !SECRET_FIELDS.has(entry[0]),
  );
  return { values: Object.fromEntries(typed), fieldErrors: {} };
}

/** context → zod → command → state; the command redirects when it succeeds. */
function actionOf<C, Schema extends z.ZodType>(
  context: () => C | Promise<C>,
  schema: Schema,
  command: Command<C, z.infer<Schema>>,
) {
  return async (_previous: ActionState, form: FormData): Promise<ActionState> => {
    const ctx = await context();
    const state = stateOf(form);
    const parsed = schema.safeParse(Object.fromEntries(form));
    if (!parsed.success) {
      for (const issue of parsed.error.issues) state.fieldErrors[String(issue.path[0])] ??= issue.message;
      return state;
    }
    const result = await command(ctx, parsed.data);
    return result.ok ? state : { ...state, error: ERROR_COPY[result.error] };
  };
}

/** An action that anyone may call. */
export const publicAction = <Schema extends z.ZodType>(
  schema: Schema,
  command: Command<Context<PublicActor>, z.infer<Schema>>,
) => actionOf(publicContext, schema, command);

/** An action that only the administrator may call. */
export const administratorAction = <Schema extends z.ZodType>(
  schema: Schema,
  command: Command<Context<AdministratorActor>, z.infer<Schema>>,
) => actionOf(administratorContext, schema, command);
