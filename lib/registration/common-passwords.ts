let known: Promise<ReadonlySet<string>> | undefined;

/**
 * The passwords that people choose most, in lower case: 49,233 of them, from lists of what was stolen elsewhere. Asked
 * of nobody: they come with a package, and are unpacked at the first use (some 4 MB, a tenth of a second).
 */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  return (known ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"]),
  ));
}
