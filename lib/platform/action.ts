import "server-only";
import type { z } from "zod";
import type { AdministratorActor, Context, CustomerActor, PublicActor } from "../kernel/context.ts";
import type { Result } from "../kernel/result.ts";
import { ERROR_COPY, ERROR_FIELD, type ErrorCode } from "../copy/errors.ts";
import { administratorContext, portalContext, publicContext } from "./context.ts";

/** What a form shows after a try: what was typed, what is wrong with each field, and what is wrong with the whole. */
export interface ActionState<Given = unknown> {
  values: Record<string, string>;
  fieldErrors: Record<string, string>;
  error?: string;
  /** What a try that succeeded leaves on the page, such as codes that are shown once. */
  given?: Given;
}

export type FormAction<Given = unknown> = (
  previous: ActionState,
  form: FormData,
) => Promise<ActionState<Given>>;

/** A person's secrets are never sent back to the page. */
const SECRET_FIELDS = new Set(["contrasena", "confirmacion", "actual", "codigo"]);

type Command<C, Input, Given> = (ctx: C, input: Input) => Promise<Result<Given, ErrorCode>>;
/** A schema, or the one that follows from what the form says. */
type SchemaFor<Schema> = Schema | ((form: FormData) => Schema);

function stateOf<Given>(form: FormData): ActionState<Given> {
  const typed = [...form].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && !entry[0].startsWith("$") && !SECRET_FIELDS.has(entry[0]),
  );
  return { values: Object.fromEntries(typed), fieldErrors: {} };
}

/**
 * The first mistake of each field, in the order of the form: what it did not send comes last, and a date is there by its
 * parts.
 */
function mistakesIn(form: FormData, issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  const sent = [...form.keys(), ""];
  const placeOf = (field: string) => sent.findIndex((name) => name.startsWith(field) || name === "");
  const mistakes: Record<string, string> = {};
  for (const { path, message } of issues.toSorted(
    (one, other) => placeOf(String(one.path[0])) - placeOf(String(other.path[0])),
  ))
    mistakes[String(path[0])] ??= message;
  return mistakes;
}

function refused<Given>(state: ActionState<Given>, code: ErrorCode, form: FormData): ActionState<Given> {
  const field = ERROR_FIELD[code];
  const sentence = ERROR_COPY[code];
  return field && form.has(field)
    ? { ...state, fieldErrors: { [field]: sentence } }
    : { ...state, error: sentence };
}

/** context → zod → command → state; a command redirects when it succeeds, unless it gives something to show. */
function actionOf<C, Schema extends z.ZodType, Given>(
  context: () => C | Promise<C>,
  schemaFor: SchemaFor<Schema>,
  command: Command<C, z.infer<Schema>, Given>,
): FormAction<Given> {
  return async (_previous, form) => {
    const ctx = await context();
    const state = stateOf<Given>(form);
    const schema = typeof schemaFor === "function" ? schemaFor(form) : schemaFor;
    const parsed = schema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return { ...state, fieldErrors: mistakesIn(form, parsed.error.issues) };
    const result = await command(ctx, parsed.data);
    return result.ok ? { ...state, given: result.value } : refused(state, result.error, form);
  };
}

/** An action that anyone may call. */
export const publicAction = <Schema extends z.ZodType, Given>(
  schema: SchemaFor<Schema>,
  command: Command<Context<PublicActor>, z.infer<Schema>, Given>,
) => actionOf(publicContext, schema, command);

/** An action of somebody in their account. */
export const portalAction = <Schema extends z.ZodType, Given>(
  schema: SchemaFor<Schema>,
  command: Command<Context<CustomerActor>, z.infer<Schema>, Given>,
) => actionOf(portalContext, schema, command);

/** An action that only the administrator may call. */
export const administratorAction = <Schema extends z.ZodType, Given>(
  schema: SchemaFor<Schema>,
  command: Command<Context<AdministratorActor>, z.infer<Schema>, Given>,
) => actionOf(administratorContext, schema, command);
