import { beforeAll } from "vitest";
import { changeLanguage, startI18n } from "../src/shared/lib/i18n";

// jsdom lacks the two browser parts antd asks for.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  }) as unknown as MediaQueryList;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

beforeAll(async () => {
  await startI18n();
  await changeLanguage("zh-CN");
});
