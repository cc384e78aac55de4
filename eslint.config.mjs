import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Another segment's `_components` (up and down again) are private to it; an ancestor's are not. */
const PRIVATE_COMPONENTS = {
  regex: String.raw`^@/app/|^(\.\./)+[^.].*/_components/`,
  message: "What a segment keeps in _components is its own: move what is shared to components/.",
};
const LIB_PATHS = {
  regex: String.raw`^@/|^\.{1,2}/(?!.*\.(ts|tsx|mjs|json)$)`,
  message: "Node runs lib/ and bin/ as they are: import by relative path with its ending.",
};

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      ".data/**",
      "lib/platform/generated/**",
      "next-env.d.ts",
      "public/**",
      "tests/fixtures/**",
      "test-results/**",
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    // A rule that does not fit is changed here, for everybody to see, not switched off in a corner.
    linterOptions: { noInlineConfig: true },
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // What must return a promise may have nothing to wait for.
      "@typescript-eslint/require-await": "off",
      eqeqeq: "error",
      "max-depth": ["error", 3],
      "max-lines": ["error", 350],
      "max-params": ["error", 4],
      "no-restricted-imports": ["error", { patterns: [PRIVATE_COMPONENTS] }],
    },
  },
  {
    // Next calls error pages, layouts and actions by promise; React hands promises to `action`.
    files: ["**/*.tsx"],
    rules: {
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ["app/**", "components/**"], ...reactHooks.configs.flat.recommended },
  {
    // Except what is bundled before it runs: the .tsx of bin/.
    files: ["lib/**", "bin/**/*.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [PRIVATE_COMPONENTS, LIB_PATHS] }] },
  },
  // The linter does not see the casts of JSDoc; the compiler does.
  { files: ["**/*.mjs"], rules: { "@typescript-eslint/no-unsafe-assignment": "off" } },
  {
    // Tests reach into every segment, take a jurisdiction's rules apart, and name the columns of their tables.
    files: ["tests/**"],
    rules: {
      "no-restricted-imports": "off",
      "@typescript-eslint/unbound-method": "off",
      "max-params": "off",
    },
  },
);
