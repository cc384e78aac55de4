import type { NextConfig } from "next";

/** Without one of its own Next would look for one in the folders above, and find the portal's. */
const config: NextConfig = {};
export default config;
