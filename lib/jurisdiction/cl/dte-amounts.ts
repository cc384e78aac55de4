import { dteRefusal, pesos } from "./dte-refusals.ts";
import { isBoleta, type Dte, type DteLine, type DteRefusal } from "./dte.ts";

/**
 * Why the amounts of the document do not agree with each other, or null when they do: total = neto + exento + IVA,
 * the lines make up those, and in a boleta what is to be paid adds the rest. What the document leaves out, and the
 * lines of credit and debit notes, which correct other documents, are not held against it.
 *
 * Source: SII, Formato de documentos tributarios electrónicos and Formato de boletas electrónicas.
 */
export function checkAmounts(dte: Dte): DteRefusal | null {
  return dte.hasAdjustments
    ? payableDiffers(dte)
    : (totalDiffers(dte) ?? linesDiffer(dte) ?? payableDiffers(dte));
}

function totalDiffers({ net, exempt, tax, total, line }: Dte): DteRefusal | null {
  const isBrokenDown = net !== null || exempt !== null || tax !== null;
  const sum = (net ?? 0) + (exempt ?? 0) + (tax ?? 0);
  if (!isBrokenDown || sum === total) return null;
  return dteRefusal("amounts/total", {
    line,
    element: "MntTotal",
    value: pesos(total),
    expected: pesos(sum),
  });
}

function linesDiffer(dte: Dte): DteRefusal | null {
  const billed = dte.lines.filter(({ exemption }) => exemption !== "2" && exemption !== "6");
  if (dte.tipo === 56 || dte.tipo === 61 || dte.lines.length === 0) return null;
  const expected = dte.linesAreGross ? dte.total : dte.total - (dte.tax ?? 0);
  const sum = sumOf(billed);
  // Each line is rounded by itself, the totals together: a peso a line may go either way.
  if (Math.abs(sum - expected) <= billed.length) return null;
  return dteRefusal("amounts/lines", {
    line: dte.line,
    element: "MontoItem",
    value: pesos(sum),
    expected: pesos(expected),
  });
}

const sumOf = (lines: readonly DteLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0);

function payableDiffers(dte: Dte): DteRefusal | null {
  const sum = dte.total + (dte.notBilled ?? 0) + (dte.previousBalance ?? 0);
  if (!isBoleta(dte.tipo) || dte.payable === null || dte.payable === sum) return null;
  return dteRefusal("amounts/payable", {
    line: dte.line,
    element: "VlrPagar",
    value: pesos(dte.payable),
    expected: pesos(sum),
  });
}
