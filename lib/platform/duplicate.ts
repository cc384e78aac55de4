import { Prisma } from "./generated/client.ts";

/** Whether the database refused a row because one with the same unique key is there. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
