import type { ThemeConfig } from "antd";
import { theme } from "antd";

const FONT =
  '"Noto Sans SC Variable", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, -apple-system, "Segoe UI", sans-serif';

// Every text color here passes WCAG AA on the surface it is used on; antd's own defaults do not.
const shared: NonNullable<ThemeConfig["token"]> = {
  fontFamily: FONT,
  fontSize: 14,
  borderRadius: 6,
  controlHeight: 34,
  wireframe: false,
};

const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shared,
    colorPrimary: "#0b57b7",
    colorLink: "#0b57b7",
    colorInfo: "#0b57b7",
    colorError: "#c62828",
    colorSuccess: "#1b6e3c",
    colorWarning: "#8a5300",
    // what antd makes of so dark an amber is grey: as in global.css
    colorWarningBg: "#fdf1dc",
    colorWarningBorder: "#e8cf9c",
    colorTextPlaceholder: "#6b6f76",
    colorTextDescription: "#595d63",
    colorTextTertiary: "#5f646b",
    colorTextQuaternary: "#6b6f76",
    colorTextDisabled: "#6b6f76",
    colorBgLayout: "#f4f6f9",
    colorBorderSecondary: "#e6eaf0",
  },
  components: {
    Table: {
      headerSplitColor: "transparent",
      headerBg: "#f7f9fc",
      headerColor: "#41505f",
      cellPaddingBlock: 10,
      headerBorderRadius: 6,
    },
    Card: { headerFontSize: 15 },
    Tabs: { horizontalItemPadding: "10px 0" },
  },
};

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: "#6ba8ff",
    colorLink: "#8ab8ff",
    colorInfo: "#6ba8ff",
    colorError: "#ff8a80",
    colorSuccess: "#7fd6a0",
    colorWarning: "#f2c26b",
    colorWarningBg: "#3d3016",
    colorWarningBorder: "#6b5426",
    colorTextLightSolid: "#0b1a2b",
    colorTextSecondary: "#b4bac2",
    colorTextDescription: "#b4bac2",
    colorTextTertiary: "#b4bac2",
    colorTextQuaternary: "#a0a6ae",
    colorTextPlaceholder: "#a0a6ae",
    colorTextDisabled: "#a0a6ae",
    colorBgBase: "#0e1824",
    colorBgContainer: "#142131",
    colorBgElevated: "#1a293b",
    colorBgLayout: "#0e1824",
    colorBorder: "#3b4a5c",
    colorBorderSecondary: "#26364a",
  },
  components: {
    Table: { headerSplitColor: "transparent", headerBg: "#18273a", headerColor: "#c6d0db", cellPaddingBlock: 10 },
  },
};

const still = (theme: ThemeConfig): ThemeConfig => ({ ...theme, token: { ...theme.token, motion: false } });
const stillLight = still(light);
const stillDark = still(dark);

/** Light or dark, moving or still. The four are made once: antd computes its styles anew for a new object. */
export function themeOf(isDark: boolean, isStill: boolean): ThemeConfig {
  if (isStill) return isDark ? stillDark : stillLight;
  return isDark ? dark : light;
}
