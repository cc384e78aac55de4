import { AsyncLocalStorage } from "node:async_hooks";
import { format } from "node:util";
import { pino, type Logger } from "pino";

/*
 * One JSON object a line on standard output, in English, for machines. No personal data: an address of the portal
 * stands as its route's pattern, an error without what the person wrote, and no network address at all.
 */

/** Next bundles a second copy of this file: both must find the same parts. */
const SHARED = Symbol.for("empalme.log");
const shared = ((globalThis as { [SHARED]?: { request: AsyncLocalStorage<string>; log?: Logger } })[
  SHARED
] ??= {
  request: new AsyncLocalStorage<string>(),
});

/** Number of the request being answered. */
export const currentRequest = shared.request;

const MASKS: [RegExp, string][] = [
  // Letters beyond ASCII too, and whatever else may stand before the @.
  [/[^\s<>()[\]",:;@]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, "[email]"],
  [/\b\d{1,3}(\.?\d{3}){1,3}-[\dkK]\b/g, "[document]"],
  // Supply, meter and document numbers; positions in a source file follow a colon.
  [/(?<![\d:])\d{5,}/g, "[number]"],
];

/** `text` without what looks like a person's e-mail, document or supply. */
export function withoutPersonalData(text: string): string {
  return MASKS.reduce((masked, [pattern, word]) => masked.replace(pattern, word), text);
}

/** Errors of other threads and libraries arrive as plain objects. */
function isErrorLike(error: unknown): error is Error {
  return (
    typeof error === "object" && error !== null && "message" in error && typeof error.message === "string"
  );
}

/** Prisma quotes the arguments of a call, and so what a person wrote: of its errors only name and code are kept. */
const quotesArguments = (error: Error) => /^PrismaClient/.test(error.name ?? "");

/** What may be kept of an error: its kind, where it arose, and its words unless they could be a person's. */
export function describeError(error: unknown): object {
  if (!isErrorLike(error)) return { type: typeof error };
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    ...(quotesArguments(error) ? {} : { message: withoutPersonalData(error.message) }),
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof digest === "string" ? { digest } : {}),
    stack: frames.join("\n"),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Its level is set by the program that runs, once it has read the environment. */
export const log = (shared.log ??= pino({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: describeError },
  mixin: () => {
    const requestId = currentRequest.getStore();
    return { process: process.title, ...(requestId === undefined ? {} : { requestId }) };
  },
}));

/** What Next and other parts write to the console joins the log, masked like everything else. */
export function captureConsole(): void {
  const line =
    (level: "info" | "warn" | "error") =>
    (...parts: unknown[]) => {
      const err = parts.find((part) => part instanceof Error);
      const words = parts.filter((part) => part !== err);
      log[level]({ ...(err && { err }) }, withoutPersonalData(format(...words)) || "error");
    };
  Object.assign(console, { log: line("info"), info: line("info"), warn: line("warn"), error: line("error") });
}

/** Last resort for what nobody caught: written down; after an exception the process ends, its state unknown. */
export function logUncaught(end: () => void): void {
  process.on("unhandledRejection", (err) => log.error({ err }, "unhandled rejection"));
  process.on("uncaughtException", (err) => {
    log.fatal({ err }, "uncaught exception");
    end();
  });
}
