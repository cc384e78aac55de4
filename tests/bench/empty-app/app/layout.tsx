import { connection } from "next/server";
import type { ReactNode } from "react";

/** The least that Next can serve, made for each request as every page of the portal is. */
export default async function EmptyLayout({ children }: { children: ReactNode }) {
  await connection();
  return (
    <html lang="es">
      <body>{children}</body>
    </html>
  );
}
