import { join } from "node:path";
import { localFileStore, type FileStore } from "./file-store.ts";

/** The store of what the company hands over: packages, documents, tax documents. */
export const companyFiles = (dataDir: string): FileStore => localFileStore(join(dataDir, "files"));
