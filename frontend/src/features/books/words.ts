import i18next from "i18next";
import en from "../../../locales/en/books.json";
import zh from "../../../locales/zh-CN/books.json";

// Only accountants open these pages: the words come with them and not with the shell.
i18next.addResourceBundle("zh-CN", "books", zh, true, true);
i18next.addResourceBundle("en", "books", en, true, true);
