import type { TemplateMap } from '@lit/localize/internal/types.js';
import type { Language } from '../contract/values.js';

/** The first words of all elements in the languages that the page has imported. */
export const registeredLanguages = new Map<Language, TemplateMap>();
