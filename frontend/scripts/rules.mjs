// The house rules no linter knows: both languages complete, no Chinese outside the catalogues,
// app → features → shared → api, short files.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const faults = [];

const walk = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => relative(root, join(e.parentPath, e.name)));

function leaves(value, path = "") {
  if (typeof value === "string") return { [path]: value };
  return Object.assign({}, ...Object.entries(value).map(([k, v]) => leaves(v, path ? `${path}.${k}` : k)));
}
// English needs _one beside _other; the key counts as one.
const byMeaning = (catalogue) =>
  new Map(Object.entries(leaves(catalogue)).map(([k, v]) => [k.replace(/_(one|other)$/, ""), v]));
const placeholders = (text) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)]
    .map((m) => m[1])
    .sort()
    .join(",");

function checkLocales() {
  for (const name of readdirSync(join(root, "locales/zh-CN"))) {
    const [zh, en] = ["zh-CN", "en"].map((l) => byMeaning(JSON.parse(readFileSync(join(root, "locales", l, name)))));
    for (const [key, text] of zh) {
      if (!en.has(key)) faults.push(`locales/en/${name}: ${key} is missing`);
      else if (placeholders(en.get(key)) !== placeholders(text)) faults.push(`${name}: ${key} has other placeholders`);
      if (text.trim() === "") faults.push(`locales/zh-CN/${name}: ${key} is empty`);
    }
    for (const key of en.keys()) if (!zh.has(key)) faults.push(`locales/zh-CN/${name}: ${key} is missing`);
  }
}

const LAYERS = ["api", "theme", "shared", "features", "app"];
function checkSource(path) {
  const text = readFileSync(join(root, path), "utf8");
  const lines = text.split("\n");
  if (lines.length > 251 && !path.endsWith(".gen.ts")) faults.push(`${path}: ${lines.length} lines, at most 250`);
  if (path.endsWith(".tsx") && !path.includes(".test.")) {
    lines.forEach((line, i) => {
      if (/[\u3400-\u9fff\uff00-\uffef]/.test(line)) faults.push(`${path}:${i + 1}: Chinese text belongs in locales/`);
    });
  }
  const [, layer, feature] = path.match(/^src\/([^/]+)\/([^/]+)/) ?? [];
  if (!layer || !LAYERS.includes(layer)) return;
  for (const [, target] of text.matchAll(/from "@\/([^"]+)"/g)) {
    const [to, other] = target.split("/");
    if (LAYERS.indexOf(to) > LAYERS.indexOf(layer)) faults.push(`${path}: ${layer} must not import ${to}`);
    if (layer === "features" && to === "features" && other !== feature)
      faults.push(`${path}: a feature must not import another (${other})`);
  }
}

checkLocales();
for (const path of walk("src").filter((p) => /\.tsx?$/.test(p))) checkSource(path);
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log("rules: locales complete, layers respected");
