import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  serverExternalPackages: ["pino", "piscina"],
  experimental: { authInterrupts: true },
  // `npm run check` and `npm test` check the types of everything; a start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
};
export default config;
