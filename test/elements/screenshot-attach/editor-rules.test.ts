import { expect } from '@open-wc/testing';
import type { Mark } from '../../../src/attachments/edits.js';
import {
  between,
  handleAt,
  clamped,
  stretched,
} from '../../../src/elements/screenshot-attach/editor/geometry.js';
import {
  boxOf,
  markAt,
  markBetween,
  movedBy,
  resized,
} from '../../../src/elements/screenshot-attach/editor/marks.js';
import {
  advance,
  amend,
  begin,
  redo,
  undo,
} from '../../../src/elements/screenshot-attach/editor/history.js';
import { moved, uniqueName } from '../../../src/attachments/entry.js';

const picture = { width: 100, height: 80 };
const cover = (x: number, y: number, width: number, height: number): Mark => ({
  kind: 'cover',
  rect: { x, y, width, height },
});

describe('what is drawn on a picture', () => {
  it('covers every pixel that the pointer touched, whichever way it was dragged', () => {
    expect(between({ x: 30.7, y: 20.2 }, { x: 10.9, y: 5.1 }, picture)).to.deep.equal({
      x: 10,
      y: 5,
      width: 21,
      height: 16,
    });
  });

  it('never leaves the picture, and has at least one pixel', () => {
    expect(between({ x: -20, y: -5 }, { x: 500, y: 500 }, picture)).to.deep.equal({
      x: 0,
      y: 0,
      ...picture,
    });
    expect(between({ x: 100, y: 80 }, { x: 100, y: 80 }, picture)).to.deep.equal({
      x: 99,
      y: 79,
      width: 1,
      height: 1,
    });
    expect(clamped({ x: 95, y: -3, width: 10, height: 0 }, picture)).to.deep.equal({
      x: 90,
      y: 0,
      width: 10,
      height: 1,
    });
  });

  it('stops at the edges when it is moved', () => {
    expect(boxOf(movedBy(cover(10, 10, 20, 20), -50, 500, picture))).to.deep.equal({
      x: 0,
      y: 60,
      width: 20,
      height: 20,
    });
    const arrow: Mark = { kind: 'arrow', from: { x: 40, y: 40 }, to: { x: 10, y: 20 } };
    expect(movedBy(arrow, 5, -30, picture)).to.deep.equal({
      kind: 'arrow',
      from: { x: 45, y: 20 },
      to: { x: 15, y: 0 },
    });
  });

  it('is resized by its corners and edges', () => {
    expect(
      stretched({ x: 10, y: 10, width: 20, height: 20 }, { across: 1, down: 1 }, 5, -5, picture),
    ).to.deep.equal({ x: 10, y: 10, width: 25, height: 15 });
    expect(
      boxOf(resized(cover(10, 10, 20, 20), { across: -1, down: 0 }, -5, 9, picture)),
    ).to.deep.equal({ x: 5, y: 10, width: 25, height: 20 });
    const arrow = markBetween('arrow', { x: 10, y: 10 }, { x: 50, y: 40 }, picture);
    expect(resized(arrow, { across: -1, down: -1 }, 5, 5, picture)).to.deep.equal({
      kind: 'arrow',
      from: { x: 15, y: 15 },
      to: { x: 50, y: 40 },
    });
  });

  it('is found where it is pressed, what lies on top first', () => {
    const marks: Mark[] = [
      cover(0, 0, 20, 20),
      { kind: 'box', rect: { x: 0, y: 0, width: 40, height: 40 } },
    ];
    expect(markAt(marks, { x: 10, y: 10 }, 0)).to.equal(0);
    expect(markAt(marks, { x: 30, y: 30 }, 0)).to.equal(1);
    expect(markAt(marks, { x: 60, y: 60 }, 0)).to.equal(-1);
    expect(handleAt({ x: 10, y: 10, width: 40, height: 20 }, { x: 49, y: 31 }, 4)).to.include({
      across: 1,
      down: 1,
    });
    expect(handleAt({ x: 10, y: 10, width: 40, height: 20 }, { x: 30, y: 20 }, 4)).to.equal(
      undefined,
    );
  });
});

describe('what was done', () => {
  it('is undone and redone step by step, until something else is done', () => {
    const three = advance(advance(begin('a'), 'b'), 'c');
    const two = undo(three);
    expect(two.present).to.equal('b');
    expect(redo(two).present).to.equal('c');
    expect(undo(undo(undo(two))).present).to.equal('a');
    expect(redo(advance(two, 'd')).present).to.equal('d');
  });

  it('is one step while a key is held down', () => {
    expect(undo(amend(advance(begin(1), 2), 3)).present).to.equal(1);
  });
});

describe('the list', () => {
  it('moves one to another place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).to.deep.equal(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, -1)).to.deep.equal(['c', 'a', 'b']);
  });

  it('gives each a name of its own', () => {
    expect(uniqueName('kuva.png', ['kuva.png', 'kuva (2).png'])).to.equal('kuva (3).png');
    expect(uniqueName('kuva', ['kuva'])).to.equal('kuva (2)');
  });
});
