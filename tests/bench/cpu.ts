import { readFileSync, readdirSync } from "node:fs";

/** The unit of times in /proc/<pid>/stat: hundredths of a second on every Linux that Node runs on. */
const TICKS_A_SECOND = 100;

function childrenOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const lists = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8"));
  return lists.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
}

/** A process that this one started, by the name it goes by. */
export function childNamed(name: string): number {
  const found = childrenOf(process.pid).find(
    (pid) => readFileSync(`/proc/${pid}/comm`, "utf8") === `${name}\n`,
  );
  if (found === undefined) throw new Error(`no process of ours is called ${name}`);
  return found;
}

/** Seconds of CPU, in user and system mode, over all threads, that a process and its children have used so far. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name, in brackets, can hold anything; the fields after it are numbered from 3, user and system time 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const own = (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  return childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), own);
}
