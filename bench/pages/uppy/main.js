import Uppy from '@uppy/core';
import Dashboard from '@uppy/dashboard';
import ImageEditor from '@uppy/image-editor';
import fi from '@uppy/locales/lib/fi_FI.js';
import ScreenCapture from '@uppy/screen-capture';
import XHRUpload from '@uppy/xhr-upload';
import '@uppy/core/css/style.min.css';
import '@uppy/dashboard/css/style.min.css';
import '@uppy/image-editor/css/style.min.css';
import '@uppy/screen-capture/css/style.min.css';

const uppy = new Uppy({ locale: fi })
  .use(Dashboard, {
    inline: true,
    target: '#app',
    metaFields: [
      { id: 'name', name: 'Nimi' },
      { id: 'caption', name: 'Kuvaus' },
    ],
  })
  .use(ScreenCapture)
  .use(ImageEditor)
  .use(XHRUpload, { endpoint: '/upload' });

/** There is no text control before there is a file: its caption is typed into. */
globalThis.beforeTyping = () => {
  const id = uppy.addFile({ name: 'picture.png', type: 'image/png', data: new Blob(['x']) });
  uppy.getPlugin('Dashboard').toggleFileCard(true, id);
};
