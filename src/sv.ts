import { templates } from './localization/catalogues/sv/first-paint.js';
import { registeredLanguages } from './localization/registered-languages.js';

/** For pages in Swedish: `import 'visma-support-widgets/sv'` saves each element the round trip for its first words. */
registeredLanguages.set('sv', templates);
