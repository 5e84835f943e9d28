// openapi.json (written by the backend) → src/api/schema.gen.ts. `--check` fails on drift instead of writing.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const target = new URL("../src/api/schema.gen.ts", import.meta.url);
const ast = await openapiTS(new URL("../openapi.json", import.meta.url), {
  alphabetize: true,
  defaultNonNullable: false,
});
const text = `// Generated from openapi.json by scripts/codegen.mjs; do not edit.\n${astToString(ast)}`;
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error("src/api/schema.gen.ts is out of step with openapi.json: run `npm run codegen`");
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
