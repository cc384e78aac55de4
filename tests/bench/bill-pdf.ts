import { pdfWords } from "../browser/pdf.ts";
import { barcodesOf } from "../support/barcode.ts";
import { inTurn, median, type Bench, type Measure } from "./measure.ts";
import { buildDrawers, startDrawer, type Drawer } from "./pdf-drawer.ts";
import { ensurePeer } from "./peers.ts";

const WARM_UP = 100;
const ROUNDS = 15;
const DOCUMENTS_A_ROUND = 20;

const milliseconds = (ms: number) => `${ms.toFixed(1)} ms`;

/** What a page says: its words in any order, and what a scanner reads off it. */
async function contentOf(drawer: Drawer): Promise<string> {
  const pdf = Buffer.from((await drawer.draw(1)).last, "base64");
  const words = pdfWords(pdf).words.map(({ text }) => text);
  const [barcode] = await barcodesOf(pdf);
  if (!barcode || words.length === 0) throw new Error("nothing was drawn");
  return [...words.sort(), Buffer.from(barcode.bytes).toString("latin1")].join("\n");
}

async function take({ stopping }: Bench) {
  ensurePeer("pdftotext");
  await buildDrawers(stopping);
  const ours = startDrawer("ours", stopping);
  const peer = startDrawer("peer", stopping);
  try {
    if ((await contentOf(ours)) !== (await contentOf(peer))) throw new Error("the two pages differ");
    const cold = { ours: await ours.draw(1), peer: await peer.draw(1) };
    for (const drawer of [ours, peer]) await drawer.draw(WARM_UP);
    const cpu = (drawer: Drawer) => async () => (await drawer.draw(DOCUMENTS_A_ROUND)).cpuMs;
    const rounds = await inTurn(ROUNDS, cpu(ours), cpu(peer));
    const middle = (side: "ours" | "peer") => milliseconds(median(rounds.map((round) => round[side])));
    return {
      ratio: median(rounds.map(({ ours, peer }) => ours / peer)),
      sides: `ours ${middle("ours")}, pdfkit ${middle("peer")} of CPU a document`,
      details: [
        `second document of a process: ${milliseconds(cold.ours.cpuMs)} against ${milliseconds(cold.peer.cpuMs)}`,
        ...rounds.map(({ ours, peer }) => `${milliseconds(ours)} against ${milliseconds(peer)}`),
      ],
    };
  } finally {
    for (const drawer of [ours, peer]) await drawer.stop();
  }
}

/** CPU of a bill's PDF that nobody asked for yet, over pdfkit drawing the same page by hand. */
export const billPdf: Measure = { name: "bill_pdf", goal: 1.5, take };
