import i18next from "i18next";
import en from "../../../locales/en/terms.json";
import zh from "../../../locales/zh-CN/terms.json";

// The words of terms come with the pages on which terms are written or compared.
i18next.addResourceBundle("zh-CN", "terms", zh, true, true);
i18next.addResourceBundle("en", "terms", en, true, true);
