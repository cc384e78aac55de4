import type { Bench, Measure } from "./measure.ts";
import { buildDrawers, startDrawer } from "./pdf-drawer.ts";

const FEW = 200;
const MANY = 2000;
const STEP = 100;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

async function take({ stopping }: Bench) {
  await buildDrawers(stopping);
  const drawer = startDrawer("ours", stopping);
  try {
    const resident = new Map<number, number>();
    for (let drawn = STEP; drawn <= MANY; drawn += STEP)
      resident.set(drawn, (await drawer.draw(STEP)).residentBytes);
    const few = resident.get(FEW) ?? 0;
    const many = resident.get(MANY) ?? 0;
    return {
      ratio: many / few,
      sides: `${megabytes(many)} after ${MANY} documents, ${megabytes(few)} after ${FEW}`,
      details: [...resident].map(([drawn, bytes]) => `${drawn}: ${megabytes(bytes)}`),
    };
  } finally {
    await drawer.stop();
  }
}

/** Memory of the process that draws, its threads in it, after 2,000 different bills over that after 200. */
export const pdfMemory: Measure = { name: "pdf_memory", goal: 1.2, take };
