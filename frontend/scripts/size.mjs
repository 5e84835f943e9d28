// Size budgets in gzip KB (1 KB = 1000 bytes), read from the two build manifests.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const kb = (path) => gzipSync(readFileSync(path), { level: 9 }).length / 1000;
const manifest = (part) => JSON.parse(readFileSync(join(dist, part, ".vite/manifest.json"), "utf8"));

function firstLoad(entries, key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of entries[key].imports ?? []) firstLoad(entries, next, seen);
  return seen;
}

/** The page that loads a part of itself later; what the shell loads later belongs to none. */
function pageOf(part) {
  return Object.keys(app).find((key) => app[key].isDynamicEntry && app[key].dynamicImports?.includes(part));
}

const rows = [];
const gate = (name, value, limit) => rows.push({ name, value: Number(value.toFixed(1)), limit, ok: value <= limit });

const app = manifest("app");
const weigh = (part, entries, keys) => [...keys].reduce((sum, k) => sum + kb(join(dist, part, entries[k].file)), 0);
const shell = firstLoad(app, "index.html");
gate("desk shell, first load JS", weigh("app", app, shell), 250);
// What a page may weigh follows from what it is made of; a table costs what three forms cost.
const BOARD = "src/features/pipeline/Board.tsx";
const limitOf = (keys) => (keys.some((k) => app[k].name === "DataTable") ? 420 : keys.includes(BOARD) ? 310 : 340);
for (const [key, entry] of Object.entries(app)) {
  if (!entry.isDynamicEntry || !/(?<!Dialog)\.tsx$/.test(key)) continue; // a dialog comes when it is asked for
  const page = key.includes("/pages/") ? [] : firstLoad(app, pageOf(key) ?? "index.html");
  const own = [...new Set([...shell, ...page, ...firstLoad(app, key)])];
  gate(`desk ${key.replace(/^src\/(features\/)?/, "")}`, weigh("app", app, own), limitOf(own));
}
const scripts = readdirSync(join(dist, "app/assets")).filter((f) => f.endsWith(".js"));
gate("desk, largest lazy chunk", Math.max(...scripts.map((f) => kb(join(dist, "app/assets", f)))), 210);
gate(
  "desk, all chunks",
  scripts.reduce((sum, f) => sum + kb(join(dist, "app/assets", f)), 0),
  1300,
);
gate("desk index.html", kb(join(dist, "app/index.html")), 3);

const street = manifest("public");
const islands = Object.keys(street).filter((k) => street[k].file.endsWith(".js"));
gate("public islands together", weigh("public", street, islands), 10);
gate("public site.css", kb(join(dist, "public", street["public/site.css"].file)), 8);

for (const r of rows)
  console.log(`${r.ok ? "ok  " : "OVER"} ${String(r.value).padStart(7)} / ${r.limit} KB  ${r.name}`);
if (rows.some((r) => !r.ok)) process.exit(1);
