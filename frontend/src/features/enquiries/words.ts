import i18next from "i18next";
import en from "../../../locales/en/enquiries.json";
import zh from "../../../locales/zh-CN/enquiries.json";

// These words come with the room's pages and not with the shell.
i18next.addResourceBundle("zh-CN", "enquiries", zh, true, true);
i18next.addResourceBundle("en", "enquiries", en, true, true);
