import i18next from "i18next";
import en from "../../../locales/en/datarooms.json";
import zh from "../../../locales/zh-CN/datarooms.json";

// These words come with the room's pages and not with the shell.
i18next.addResourceBundle("zh-CN", "datarooms", zh, true, true);
i18next.addResourceBundle("en", "datarooms", en, true, true);
