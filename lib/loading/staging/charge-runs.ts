import { Decimal, inHundredths } from "../../kernel/decimal.ts";
import { copyLine, problemText } from "./copy-text.ts";
import type { CsvRow } from "./csv-rows.ts";

/**
 * A run: charges of one bill on lines of the file that follow each other, in the order of `linea`. Billing systems
 * export bill by bill, so nearly every bill is one run, and staging has a tenth of the rows that the file has.
 * A rejected charge is a run of its own.
 */
export const CHARGE_RUN_COLUMNS: [name: string, type: string][] = [
  // How many lines of the file it takes, `line` being the first.
  ["rows", "integer NOT NULL"],
  ["suministro", "text"],
  ["periodo", "char(7)"],
  ["documento", "text"],
  // Of its first charge.
  ["linea", "integer"],
  // Sums without tax of the charges that bear it, and of those that do not.
  ["afecto", "numeric"],
  ["exento", "numeric"],
  // The charges as `bill.line_items` keeps them, with a comma between them: JSON without its brackets.
  ["items", "text"],
];

/** Keeps a run's JSON bounded; a bill with more charges is put together again from several. */
const MOST_ROWS = 500;

interface Run {
  line: number;
  rows: number;
  key: readonly (string | null)[];
  first: number;
  last: number;
  /** Hundredths of the currency's unit. */
  taxable: bigint;
  exempt: bigint;
  items: string;
}

/** Gathers the rows of `cargos` into runs, and writes those as lines of COPY. */
export class ChargeRuns {
  #run: Run | null = null;

  write({ line, cells, problem }: CsvRow): string {
    if (problem !== null) return this.finish() + rejectedRun(line, cells, problemText(problem));
    const number = Number(cells[3]);
    const run = this.#run;
    if (
      run &&
      run.line + run.rows === line &&
      run.last < number &&
      run.rows < MOST_ROWS &&
      isOf(run, cells)
    ) {
      add(run, number, cells);
      return "";
    }
    const finished = this.finish();
    this.#run = add(
      { line, rows: 0, key: cells.slice(0, 3), first: number, last: 0, taxable: 0n, exempt: 0n, items: "" },
      number,
      cells,
    );
    return finished;
  }

  /** The run that is being gathered. */
  finish(): string {
    const run = this.#run;
    this.#run = null;
    if (!run) return "";
    const sums = [`${run.taxable}e-2`, `${run.exempt}e-2`];
    return copyLine([
      String(run.line),
      String(run.rows),
      ...run.key,
      String(run.first),
      ...sums,
      run.items,
      null,
    ]);
  }
}

function rejectedRun(line: number, cells: readonly (string | null)[], problem: string | null): string {
  const [suministro = null, periodo = null, documento = null, linea, , , , , monto = null] = cells;
  const number = linea ? String(Number(linea)) : null;
  return copyLine([String(line), "1", suministro, periodo, documento, number, monto, null, null, problem]);
}

const isOf = ({ key }: Run, cells: readonly (string | null)[]) =>
  key[1] === cells[1] && key[2] === cells[2] && key[0] === cells[0];

function add(run: Run, number: number, cells: readonly (string | null)[]): Run {
  const [, , , , description, quantity, unit, unitPrice, amount, taxable] = cells;
  const isTaxable = taxable === "SI";
  const hundredths = inHundredths(amount ?? "0");
  if (isTaxable) run.taxable += hundredths;
  else run.exempt += hundredths;
  // A `StoredLineItem` of lib/billing/model.ts.
  run.items +=
    `${run.rows === 0 ? "" : ","}[${number},${json(description)},${decimal(quantity)},` +
    `${json(unit)},${decimal(unitPrice)},${decimal(amount)},${isTaxable}]`;
  run.rows += 1;
  run.last = number;
  return run;
}

const TO_ESCAPE = /["\\]/;
function json(text: string | null | undefined): string {
  if (text === null || text === undefined) return "null";
  return TO_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
}

const CANONICAL = /^-?(?:[1-9]\d*(?:\.\d*[1-9])?|0\.\d*[1-9])$/;
/** One way to write each number, so that 286.000 is no change from 286. */
function decimal(text: string | null | undefined): string {
  if (text === null || text === undefined) return "null";
  return `"${CANONICAL.test(text) ? text : new Decimal(text).plus(0).toFixed()}"`;
}
