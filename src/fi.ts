import { templates } from './localization/catalogues/fi/first-paint.js';
import { registeredLanguages } from './localization/registered-languages.js';

/** For pages in Finnish: `import 'visma-support-widgets/fi'` saves each element the round trip for its first words. */
registeredLanguages.set('fi', templates);
