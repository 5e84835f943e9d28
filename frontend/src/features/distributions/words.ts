import i18next from "i18next";
import en from "../../../locales/en/payouts.json";
import zh from "../../../locales/zh-CN/payouts.json";

// Few people pay out: the words come with these pages and not with the shell.
i18next.addResourceBundle("zh-CN", "payouts", zh, true, true);
i18next.addResourceBundle("en", "payouts", en, true, true);
