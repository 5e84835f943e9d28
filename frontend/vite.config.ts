import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";
import { precompress } from "./scripts/precompress.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// WeChat's in-app browser lags behind: these two are the cautious floor.
const TARGET = ["es2020", "chrome87", "safari14"];

function desk(): UserConfig {
  return {
    base: "/app/",
    plugins: [react(), precompress(here("dist/app"))],
    resolve: { alias: { "@": here("src") } },
    publicDir: false,
    // Nothing inlined: the content security policy lets no data: address load.
    build: {
      outDir: "dist/app",
      target: TARGET,
      manifest: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 700,
      // The shell names every part that a page needs: short names keep it small.
      rollupOptions: { output: { chunkFileNames: "assets/[hash].js" } },
    },
    server: { proxy: { "/api": "http://127.0.0.1:8000" } },
  };
}

/** The street: no framework, one small module for each page that needs one, and the stylesheet the layout inlines. */
function islands(): UserConfig {
  return {
    base: "/static/",
    plugins: [precompress(here("dist/public"))],
    publicDir: here("public/assets"),
    build: {
      outDir: "dist/public",
      target: TARGET,
      manifest: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          letters: here("public/islands/letters.ts"),
          site: here("public/islands/site.ts"),
          results: here("public/islands/results.ts"),
          simulator: here("public/islands/simulator.ts"),
          fonts: here("public/islands/fonts.css"),
          sheet: here("public/site.css"),
        },
      },
    },
  };
}

export default defineConfig(({ mode }) => ({
  ...(mode === "islands" ? islands() : desk()),
  test: {
    environment: "jsdom",
    setupFiles: ["tests/setup.ts"],
    include: ["{src,tests,public}/**/*.test.{ts,tsx}"],
    testTimeout: 60_000, // a busy machine is not a fault of the code
  },
}));
