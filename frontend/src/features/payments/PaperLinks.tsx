import { Button } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  path: string;
  /** Where the words of the buttons are, one a language. */
  words: "paper" | "adjust.paper";
  small?: boolean;
}

/** A paper as PDF: the Chinese one is for the books, readers of English get their copy beside it. */
export function PaperLinks({ path, words, small = false }: Props) {
  const { t, i18n } = useTranslation("payments");
  const languages = i18n.language === "en" ? (["en", "zh-CN"] as const) : (["zh-CN"] as const);
  return languages.map((language) => (
    <Button
      key={language}
      size={small ? "small" : "middle"}
      href={`${path}?language=${language}`}
      target="_blank"
      rel="noopener"
    >
      {t(`${words}.${language}`)}
    </Button>
  ));
}
