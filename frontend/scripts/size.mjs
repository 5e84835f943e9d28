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

const rows = [];
const gate = (name, value, limit) => rows.push({ name, value: Number(value.toFixed(1)), limit, ok: value <= limit });

const app = manifest("app");
const weigh = (part, entries, keys) => [...keys].reduce((sum, k) => sum + kb(join(dist, part, entries[k].file)), 0);
const shell = firstLoad(app, "index.html");
gate("desk shell, first load JS", weigh("app", app, shell), 250);
for (const [key, entry] of Object.entries(app)) {
  if (!entry.isDynamicEntry || !/\/pages\//.test(key)) continue;
  const own = new Set([...firstLoad(app, key), ...shell]);
  gate(`desk ${key.replace("src/features/", "")}`, weigh("app", app, own), 420);
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
