/** Before anything is drawn: a machine without Chinese letters gets them, and their places are kept until they are there. */

import { lacksChinese } from "../../src/shared/lib/letters";

/**
 * A font with one empty letter, one em wide, for 3000–303F, 3400–9FFF and FF01–FF60 (WOFF, cmap format 13), as high and deep as
 * Noto's: nothing moves when the letters arrive. Made here from its bytes, it is there at once; a font with an address would come after the first
 * picture.
 */
const PLACES =
  "d09GRgABAAAAAAI4AAoAAAAAAmgAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAABPUy8yAAABXAAAAC4AAABgdYhGnWNtYXAAAAGUAAAAMgAAAEAAEzLwZ2x5ZgAAAdAAAAABAAAAAQAAAABoZWFkAAAA9AAAADYAAAA2LXYfJGhoZWEAAAEsAAAAGwAAACQEigLKaG10eAAAAYwAAAAGAAAABgPoAABsb2NhAAAByAAAAAYAAAAGAAAAAG1heHAAAAFIAAAAEwAAACAAAwACbmFtZQAAAdQAAABXAAAAafHL3gZwb3N0AAACLAAAAAwAAAAgAAMAAAABAAAAAQAAau2p0V8PPPUAAwPoAAAAAOcv7yIAAAAA5y/vIgAAAAAAAAAAAAAAAwACAAAAAAAAeJxjYGRgYOn494CBgfkFAwQwMqACRgBfawNZAHicY2BkYGBgYoABBAsKAACXAAYAeJxjYGZ+wTiBgZWBhYEYwIhg2gMBA4MBw/8E5oL/HQwMLB2MCmiqgXwAIhoG3AAAA+gAAAAAAAB4nGNgYGBkYGbgYmBg4GHgZQABEwYIYGZgMABSBvYMIDVg4fn/Iez/IJwAYgMAV8YFMgAAAAAAAAAAAAAAAAAAeJwtiEEKgCAABEcTog5B0AO89IXe0FH8gYh4EQ+K/0+lOQyzCygeBAPBPj2QrH0tCLX15+L8W3Jwvy5rk5wP1YbYkiu8ODIaQ+rlCVRsd6TNp3yz/A2aAHicY2BmwAsAAH0ABA==";

const page = document.documentElement;
if (page.dataset.fonts && lacksChinese()) {
  document.fonts.add(
    new FontFace(
      "Han Places",
      Uint8Array.from(atob(PLACES), (byte) => byte.charCodeAt(0)),
    ),
  );
  page.classList.add("letters-on-the-way");
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = page.dataset.fonts;
  document.head.append(link);
}
