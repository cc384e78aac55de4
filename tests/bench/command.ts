import { spawn } from "node:child_process";
import { once } from "node:events";

interface Run {
  cwd: string;
  stopping: AbortSignal;
  /** Milliseconds. */
  limit: number;
}

/**
 * Runs a command to its end and returns what it wrote to its standard output. In a group of its own, so that it ends
 * with all it started when the bench is told to stop or the time is up.
 *
 * @throws Error with the last of what it said, when it fails.
 */
export async function output(
  command: string,
  args: string[],
  { cwd, stopping, limit }: Run,
): Promise<string> {
  stopping.throwIfAborted();
  const child = spawn(command, args, { cwd, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let written = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    written += text;
    said = (said + text).slice(-4000);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4000)));
  const ending = AbortSignal.any([stopping, AbortSignal.timeout(limit)]);
  const end = () => child.pid && process.kill(-child.pid, "SIGKILL");
  ending.addEventListener("abort", end, { once: true });
  try {
    const [code, signal] = (await once(child, "close")) as [number | null, string | null];
    if (code !== 0)
      throw new Error(`${command} ${args.join(" ")} ended with ${signal ?? code}:\n${said.trim()}`);
    return written;
  } finally {
    ending.removeEventListener("abort", end);
  }
}
