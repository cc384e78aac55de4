import { createPrivateKey, createPublicKey, sign } from "node:crypto";

/**
 * Everybody has this key: it stamps invented documents, marked as of the certification environment, and guards
 * nothing. Its size and exponent (512 bits, 3) are those of the keys that the SII puts into its CAF.
 */
const TEST_KEY = createPrivateKey(`-----BEGIN PRIVATE KEY-----
MIIBVAIBADANBgkqhkiG9w0BAQEFAASCAT4wggE6AgEAAkEA8FFm+tDlYvUxqq/j
IyBX2G9vJ3lbMqQz5tpH46KlcsSEXQm1NL6H/kRG6GXtW+5l/je5+TEruc3jWN1G
S5Ne8wIBAwJBAKA2RKc17kH4y8cf7MIVj+Wfn2+mPMxtd+88L+0XGPcsYtoQ8xks
dxJAdELfDUwVZ39NpUyG2LBSnh9sOaCdgSsCIQD6AXJsVCuH4g+4azyxzpfjKYf8
v/zHsAdUaOuBiJ6l4QIhAPYUfdw60E2A0+AY2qebNmeVu0VGah8BSqHAz25SCHdT
AiEApquhnY1yWpa1JZzTITRlQhuv/dVTL8qvjZtHq7Bpw+sCIQCkDak9fIreVeKV
ZecaZ3maY9IuLvFqANxr1d+e4Vr6NwIgMZtHtwW7kh2dkngmx2XxSuf2+NdvImrZ
LU7ulWEdk3g=
-----END PRIVATE KEY-----`);

/** Issued by the key to itself, base64 of DER. */
export const TEST_CERTIFICATE =
  "MIIByTCCAXOgAwIBAgIUOvqMa7zWiuWR4Slp1BocA/GCjhkwDQYJKoZIhvcNAQEFBQAwOTELMAkGA1UEBhMCQ0wxEDAOBgNV" +
  "BAoMB0VtcGFsbWUxGDAWBgNVBAMMD0xsYXZlIGRlIHBydWViYTAgFw0yNjExMjIwNDAyMzFaGA8yMTI2MTAyOTA0MDIzMVow" +
  "OTELMAkGA1UEBhMCQ0wxEDAOBgNVBAoMB0VtcGFsbWUxGDAWBgNVBAMMD0xsYXZlIGRlIHBydWViYTBaMA0GCSqGSIb3DQEB" +
  "AQUAA0kAMEYCQQDwUWb60OVi9TGqr+MjIFfYb28neVsypDPm2kfjoqVyxIRdCbU0vof+REboZe1b7mX+N7n5MSu5zeNY3UZL" +
  "k17zAgEDo1MwUTAdBgNVHQ4EFgQUn2vCEfe4gwnD+RmXbNPZPY/n5zkwHwYDVR0jBBgwFoAUn2vCEfe4gwnD+RmXbNPZPY/n" +
  "5zkwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQUFAANBALpXDq3eQZcHxSGdUhFlHhLfUpUBWnUqvhsur5EeStY7s2MB" +
  "GLOLu34fgY9Gk0MqGITomTOazXkFzbGZM7ewzgo=";

const { n = "", e = "" } = createPublicKey(TEST_KEY).export({ format: "jwk" });
const base64 = (base64url: string) => Buffer.from(base64url, "base64url").toString("base64");

/** The public half, base64. */
export const TEST_PUBLIC_KEY = { modulus: base64(n), exponent: base64(e) };

/** The SHA1withRSA signature of `bytes`, base64. */
export const signedByTestKey = (bytes: Buffer) => sign("RSA-SHA1", bytes, TEST_KEY).toString("base64");
