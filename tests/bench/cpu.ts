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

/** Seconds of CPU, in user and system mode, over all threads, that a process and its children, ended ones too, have used so far. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name, in brackets, can hold anything; the fields after it are numbered from 3: user and system time, its own (14, 15)
  // and that of the children that it saw end (16, 17).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) / TICKS_A_SECOND, 0);
  return childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), own);
}
