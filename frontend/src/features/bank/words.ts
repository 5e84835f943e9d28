import i18next from "i18next";
import en from "../../../locales/en/bank.json";
import zh from "../../../locales/zh-CN/bank.json";

// Few people ever open these pages: the words come with them and not with the shell.
i18next.addResourceBundle("zh-CN", "bank", zh, true, true);
i18next.addResourceBundle("en", "bank", en, true, true);
