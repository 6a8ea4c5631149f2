/** The languages of the texts, by the names of their folders in `_locales`. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja', 'ko', 'pt_BR', 'ru', 'tr', 'zh_CN', 'zh_TW'] as const;
