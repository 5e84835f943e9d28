import i18next from "i18next";
import en from "../../../locales/en/rulings.json";
import zh from "../../../locales/zh-CN/rulings.json";

// These words come with the page of rulings and not with the shell.
i18next.addResourceBundle("zh-CN", "rulings", zh, true, true);
i18next.addResourceBundle("en", "rulings", en, true, true);
