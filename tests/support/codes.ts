import { Secret, TOTP } from "otpauth";

/** The code that an authenticator program shows for `secret` at `at`. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ algorithm: "SHA1", digits: 6, period: 30, secret: Secret.fromBase32(secret) }).generate({
    timestamp: at.getTime(),
  });
