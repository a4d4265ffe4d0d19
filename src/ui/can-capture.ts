/** Whether this browser can take a picture of the screen: those of telephones can't, nor can any over plain HTTP. */
export const canCapture = (): boolean => 'getDisplayMedia' in (navigator.mediaDevices ?? {});
