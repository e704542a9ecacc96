// What a page looks like, measured in the browser. Each function gives back a list of what is wrong, empty where nothing is.
(() => {
  const shown = (element) => {
    if (!element.checkVisibility({contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true})) return false;
    return !element.closest('thead') || !getComputedStyle(element.closest('thead')).clipPath.startsWith('inset(50%');
  };
  const name = (node) => `“${node.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}”`;
  const texts = (root) => {
    const found = [], walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.textContent.trim() && shown(node.parentElement)) found.push(node);
    }
    return found;
  };
  const rects = (node, from = 0, to = node.textContent.length) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter((each) => each.width > 1 && each.height > 1);
  };

  // How many characters stand on each line of an element, told apart by the place of its words.
  const lineLengths = (element) => {
    const lines = [];
    for (const node of texts(element)) {
      for (const match of node.textContent.matchAll(/\S+\s*/g)) {
        const [box] = rects(node, match.index, match.index + match[0].trimEnd().length);
        if (!box) continue;
        const line = lines.find((each) => Math.abs(each.bottom - box.bottom) < 6);
        if (line) line.count += match[0].length; else lines.push({bottom: box.bottom, count: match[0].length});
      }
    }
    return lines.map((each) => each.count);
  };

  // Mean length of the full lines of all running text: paragraphs that wrap, outside of tables, facts and narrow boxes.
  const meanLine = () => {
    const narrow = '.aw-insight__words, .aw-meta, .aw-facts, .aw-gap, .aw-outcome, .aw-columns:not(.aw-columns--first), .aw-list, .aw-jump, .admonition, details, table, figure';
    const full = [...document.querySelectorAll('article p')]
      .filter((each) => shown(each) && !each.closest(narrow) && !each.matches(':has(.aw-meta)'))
      .flatMap((each) => lineLengths(each).slice(0, -1));
    return full.length < 2 ? null : full.reduce((sum, each) => sum + each, 0) / full.length;
  };

  // Whether a box is within what its scrolling ancestors show; what is scrolled away has a box and is not seen.
  const inSight = (node, box) => {
    for (let each = node.parentElement; each; each = each.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(each).overflowY)) continue;
      const {top, bottom} = each.getBoundingClientRect();
      if (each.clientHeight < each.scrollHeight && (box.bottom <= top + 3 || box.top >= bottom - 3)) return false;
    }
    return true;
  };

  const overlaps = () => {
    const boxes = ['article', '.md-path', '.md-footer']
      .flatMap((each) => [...document.querySelectorAll(each)]).flatMap(texts)
      .flatMap((node) => rects(node).filter((box) => inSight(node, box)).map((box) => ({node, box}))).sort((a, b) => a.box.top - b.box.top);
    const found = [];
    boxes.forEach(({node, box}, place) => {
      for (let next = place + 1; next < boxes.length && boxes[next].box.top < box.bottom - 3; next += 1) {
        const other = boxes[next];
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - other.box.top;
        if (other.node !== node && width > 3 && height > 3) found.push(`${name(node)} and ${name(other.node)}`);
      }
    });
    return found;
  };

  // WCAG 2.2, 2.5.8: 24 px each way, or inside a sentence, or with a free circle of 24 px around it.
  const smallTargets = () => {
    const inline = (element) => getComputedStyle(element).display === 'inline' &&
      (element.closest('p, li, dd, dt, td, th, summary, figcaption')?.textContent.trim().length ?? 0) > element.textContent.trim().length;
    const all = [...document.querySelectorAll('a[href], button, summary, label[for], [role=button]')]
      .filter((each) => shown(each) && !each.matches('.headerlink, .md-skip, .md-overlay') && !each.closest('svg'))
      .map((element) => ({element, box: element.getBoundingClientRect()}))
      .filter(({box}) => box.width && box.right > 0 && box.left < innerWidth);
    const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
    const small = all.filter(({box}) => box.width < 23.5 || box.height < 23.5);
    return small.filter(({element, box}) => !inline(element) && all.some(({element: other, box: near}) => {
      if (other === element || other.contains(element) || element.contains(other)) return false;
      const [x, y] = middle(box);
      const dx = Math.max(near.left - x, 0, x - near.right), dy = Math.max(near.top - y, 0, y - near.bottom);
      return Math.hypot(dx, dy) < 11.5;
    })).map(({element, box}) => `${name(element)} is ${Math.round(box.width)} by ${Math.round(box.height)} px`);
  };

  // The first screen holds the title and a whole sentence that says what the page is for.
  const firstScreen = () => {
    const title = document.querySelector('article h1').getBoundingClientRect();
    if (title.top < 0 || title.bottom > innerHeight) return ['the title is not on the first screen'];
    const said = [...document.querySelectorAll('article p')].find((each) => shown(each) && !each.closest('.aw-note')
      && !each.matches('.aw-meta') && each.textContent.trim().split(/\s+/).length > 4);
    if (!said) return ['no sentence says what the page is for'];
    const end = said.textContent.search(/[.?!](\s|$)/) + 1 || said.textContent.length;
    let seen = 0;
    for (const node of texts(said)) {
      const part = rects(node, 0, Math.min(node.textContent.length, Math.max(end - seen, 1)));
      if (part.some((box) => box.bottom > innerHeight)) return [`the first sentence goes on below: ${name(said)}`];
      seen += node.textContent.length;
      if (seen >= end) break;
    }
    return [];
  };

  const beyond = () => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return [];
    const past = [...document.querySelectorAll('article *')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
    return [`${wide} px too wide`, ...past.slice(0, 3).map((each) => each.outerHTML.slice(0, 120))];
  };

  window.design = {meanLine, overlaps, smallTargets, firstScreen, beyond};
})();
