import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";
import { companyProfile } from "@/lib/platform/profile";
import "./globals.css";

const publicSans = localFont({
  src: "../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-public-sans",
});

export const viewport: Viewport = { colorScheme: "light dark" };

export function generateMetadata(): Metadata {
  const { small, large } = companyProfile().headline;
  const company = `${small} ${large}`.trim();
  return { title: { template: `%s · ${company}`, default: company } };
}

/** The policy refuses style attributes, so the company's hue arrives in a style element that carries the nonce. */
function brandStyle({ hue, chroma }: { hue: number; chroma: number }) {
  return `:root{--brand-hue:${hue};--brand-chroma:${chroma}}`;
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection(); // every page is made for its request: the nonce is new each time
  const { locale, brand } = companyProfile();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={locale} className={publicSans.variable}>
      <head>
        {/* Browsers hide a nonce once they have read it, so it never equals what the server sent. */}
        <style nonce={nonce} suppressHydrationWarning>
          {brandStyle(brand)}
        </style>
      </head>
      <body className="flex min-h-dvh flex-col print:block">
        <SkipLink />
        {children}
      </body>
    </html>
  );
}
