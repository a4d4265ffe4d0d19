/** For pages in English, whose words are in the elements already: so that a host imports each of its languages alike. */
export {};
