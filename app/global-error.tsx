"use client";

import "./globals.css";
import PageError from "./error";

/** What fails in the frame of every page. */
export default function GlobalError() {
  return (
    <html lang="es">
      <body>
        <PageError />
      </body>
    </html>
  );
}
