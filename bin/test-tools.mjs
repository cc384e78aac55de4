// Plain JavaScript, like bootstrap.mjs.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of `names` that stands in PATH.
 * @param {string[]} names
 */
function found(names) {
  const folders = (process.env["PATH"] ?? "").split(":").concat("/usr/bin");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function chromium() {
  const told = process.env["CHROMIUM"];
  return told && isProgram(told)
    ? told
    : found(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
}

function missingPackages() {
  const poppler = found(["pdftotext"]) && found(["pdftoppm"]);
  const gdal = found(["ogrinfo"]);
  return [
    ...(chromium() ? [] : ["chromium"]),
    ...(poppler ? [] : ["poppler-utils"]),
    ...(gdal ? [] : ["gdal-bin"]),
  ];
}

/**
 * Finds what the tests need beside npm's packages, or installs it from Debian where it may; ends the process otherwise.
 * @returns {string} Chromium's path
 */
export function ensureTools() {
  const missing = missingPackages();
  if (missing.length && process.getuid?.() === 0 && found(["apt-get"])) {
    console.log(`Instalando ${missing.join(", ")} …`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-qq"], options);
    spawnSync("apt-get", ["install", "-qq", "-y", "--no-install-recommends", ...missing], options);
  }
  const still = missingPackages();
  const path = chromium();
  if (path && still.length === 0) return path;
  console.error(`Falta instalar: ${still.join(", ")} (en Debian: apt-get install ${still.join(" ")}).`);
  process.exit(1);
}
