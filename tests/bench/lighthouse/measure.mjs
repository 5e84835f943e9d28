// Measures pages with Lighthouse: node measure.mjs <plan.json> <result.json>. The plan: chromium, flags, runs, pages
// [{name, url, form}]; the result: for each page the four scores, LCP and blocking time in ms and the shift, medians of
// the runs, and every audit that lost points.
import { readFileSync, writeFileSync } from "node:fs";
import * as chrome from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const [planFile, resultFile] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, "utf8"));
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const browser = await chrome.launch({ chromePath: plan.chromium, chromeFlags: ["--headless=new", ...plan.flags] });

async function once({ url, form }) {
  const flags = { port: browser.port, logLevel: "error", onlyCategories: CATEGORIES };
  const done = await lighthouse(url, flags, form === "desktop" ? desktopConfig : undefined);
  if (done.lhr.runtimeError) throw new Error(`${url}: ${done.lhr.runtimeError.message}`);
  return done.lhr;
}

function lost(lhr, category) {
  return lhr.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
    .map(({ id }) => `${category}/${id}`);
}

const result = [];
try {
  for (const page of plan.pages) {
    const runs = [];
    for (let run = 0; run < plan.runs; run++) runs.push(await once(page));
    const scores = CATEGORIES.map((key) => [
      key,
      Math.round(100 * median(runs.map((lhr) => lhr.categories[key].score))),
    ]);
    const value = (audit) => median(runs.map((lhr) => lhr.audits[audit].numericValue));
    result.push({
      name: page.name,
      form: page.form,
      scores: Object.fromEntries(scores),
      lcp_ms: Math.round(value("largest-contentful-paint")),
      blocked_ms: Math.round(value("total-blocking-time")),
      shift: Number(value("cumulative-layout-shift").toFixed(3)),
      lost: [...new Set(runs.flatMap((lhr) => scores.flatMap(([key]) => lost(lhr, key))))],
    });
  }
} finally {
  browser.kill();
}
writeFileSync(resultFile, JSON.stringify(result));
