/** Known to everybody: printed at start, written in people.yaml (a test compares the two), refused in production. */
export const DEMO_PASSWORD = "xianyong2026";
