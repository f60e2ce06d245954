// What UsableTest asks of a page. Each check answers with pairs: what is wrong, the same wherever it is wrong in the
// same way, and on which element.
window.checks = (() => {
  const NAMED = 30;
  const FOCUSABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]';
  const FIELDS = 'button, input:not([type=hidden]), select, textarea';

  const name = element => {
    const words = (element.textContent || element.name || '').trim().replace(/\s+/g, ' ').slice(0, NAMED);
    return element.localName + (element.id ? '#' + element.id : '')
        + (element.className ? '.' + element.className : '') + (words ? ' "' + words + '"' : '');
  };

  // What waits beside the window, such as a skip link, is for nobody to see yet; a dot is for who hears the page.
  const seen = element => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({visibilityProperty: true}) && box.width > 1 && box.height > 1
        && box.right > 0 && box.bottom + scrollY > 0 && !element.closest('[aria-hidden=true]');
  };

  const all = selector => [...document.querySelectorAll(selector)].filter(seen);

  const look = element => {
    const style = getComputedStyle(element);
    const line = style.outlineStyle === 'none' ? '' : style.outlineStyle + style.outlineWidth + style.outlineColor;
    return [line, style.boxShadow, style.borderColor, style.backgroundColor].join(' ');
  };

  // The page never scrolls sideways, nothing sticks out of the window, and no text is cut off.
  const room = () => {
    const found = [];
    const wide = document.scrollingElement.scrollWidth;
    if (wide > innerWidth) {
      found.push(['the page scrolls sideways', wide + ' px in ' + innerWidth]);
    }
    for (const element of all('body *')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.right > innerWidth + 1 && ![...element.children].some(child => child.getBoundingClientRect().right > innerWidth + 1)) {
        found.push(['sticks out of the window', name(element)]);
      }
      const tooWide = element.scrollWidth > element.clientWidth + 1;
      const tooHigh = element.scrollHeight > element.clientHeight + 1;
      // The text of a drawing scales with it.
      if (style.display === 'inline' || element.matches('input, select, textarea, iframe, svg *')) {
        continue;
      }
      if (['hidden', 'clip'].includes(style.overflowX) && tooWide || ['hidden', 'clip'].includes(style.overflowY) && tooHigh) {
        found.push(['is cut off', name(element)]);
      }
      if (['auto', 'scroll'].includes(style.overflowX) && tooWide) {
        found.push(['scrolls sideways', name(element)]);
      }
      if (style.overflowX === 'visible' && tooWide) {
        found.push(['is wider than its place', name(element)]);
      }
    }
    for (const field of all(FIELDS)) {
      const line = parseFloat(getComputedStyle(field).fontSize);
      if (field.clientHeight < line && !field.matches('[type=checkbox], [type=radio]')) {
        found.push(['is lower than its text', name(field)]);
      }
    }
    return found;
  };

  // WCAG 1.4.12, in a sheet that no policy stops: it is not in the page.
  const spread = () => add(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }`);

  const add = css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return [];
  };

  const plain = () => {
    document.adoptedStyleSheets = [];
    return [];
  };

  // WCAG 2.5.8: 24 by 24, or room for a circle of 24 around it, or part of a sentence.
  const targets = () => {
    const boxes = all('a[href], button, summary, label.option, ' + FIELDS)
        .filter(element => !(element.matches('label') && !element.control))
        .map(element => ({element, box: element.getBoundingClientRect()}));
    const small = boxes.filter(({box}) => box.width < 24 || box.height < 24);
    const middle = box => ({x: box.left + box.width / 2, y: box.top + box.height / 2});
    const apart = (box, other) => {
      const {x, y} = middle(box);
      const nearest = {x: Math.max(other.left, Math.min(x, other.right)), y: Math.max(other.top, Math.min(y, other.bottom))};
      return Math.hypot(x - nearest.x, y - nearest.y) >= 12;
    };
    const inSentence = element => getComputedStyle(element).display === 'inline'
        && [...element.parentElement.childNodes].some(node => node !== element && node.nodeType === Node.TEXT_NODE && node.data.trim());
    return small
        .filter(({element}) => !inSentence(element))
        .filter(({element, box}) => boxes.some(other => other.element !== element
            && !other.element.contains(element) && !element.contains(other.element)
            && (!apart(box, other.box) || (small.includes(other) && Math.hypot(
                middle(box).x - middle(other.box).x, middle(box).y - middle(other.box).y) < 24))))
        .map(({element, box}) => ['is a target of less than 24 by 24 px, and too near another',
            name(element) + ' ' + Math.round(box.width) + 'x' + Math.round(box.height)]);
  };

  // With the person's own few colours everything that can be used has an edge, and focus a line around it.
  const edges = () => {
    if (!matchMedia('(forced-colors: active)').matches) {
      return [['no colours are forced', 'html']];
    }
    const found = [];
    for (const field of all(FIELDS)) {
      const style = getComputedStyle(field);
      const drawn = style.appearance !== 'none' && field.matches('[type=checkbox], [type=radio]');
      if (!drawn && (parseFloat(style.borderTopWidth) < 1 || style.borderTopStyle === 'none')) {
        found.push(['has no edge in forced colours', name(field)]);
      }
    }
    for (const element of all(FOCUSABLE).filter(element => element.tabIndex >= 0 && element.localName !== 'iframe')) {
      // Shown as after a key, as long as the last thing that somebody did was to press one.
      element.focus();
      const style = getComputedStyle(element);
      if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1) {
        found.push(['has no line around it with focus in forced colours', name(element)]);
      }
      if (style.forcedColorAdjust === 'none') {
        found.push(['keeps its own colours', name(element)]);
      }
    }
    return found;
  };

  const still = () => {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
      return [['no motion is reduced', 'html']];
    }
    const moves = value => value.split(',').some(part => parseFloat(part) > 0.01);
    const found = document.getAnimations().map(animation => ['moves', name(animation.effect.target)]);
    for (const element of document.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      if (moves(style.transitionDuration) || style.animationName !== 'none' && moves(style.animationDuration)) {
        found.push(['would move', name(element)]);
      }
      if (style.scrollBehavior === 'smooth') {
        found.push(['scrolls smoothly', name(element)]);
      }
    }
    return found;
  };

  const leadsToContent = element => element.matches('a[href^="#"]') && document.querySelector('main')?.matches(element.getAttribute('href'));

  let order = [];
  let reached = [];
  let looks = new Map();
  let begun = -1;
  let isThrough = false;
  let found = [];

  // To be asked before the first Tab; what asks for the focus itself has it when the page has been drawn. From then on looks
  // at each stop as soon as the key is released there; but where a page in a frame takes the keys, only when asked for stops.
  const start = async () => {
    while (document.querySelector('[autofocus]') && document.activeElement === document.body) {
      await new Promise(requestAnimationFrame);
    }
    order = [...document.querySelectorAll(FOCUSABLE)];
    looks = new Map(order.map(element => [element, look(element)]));
    reached = [];
    begun = order.indexOf(document.activeElement);
    isThrough = false;
    found = [];
    if (!document.querySelector('iframe')) {
      addEventListener('keyup', stop);
    }
    return [];
  };

  const stop = () => {
    const element = document.activeElement;
    const number = order.indexOf(element);
    if (isThrough || element === reached.at(-1)) {
      // A field for a moment has a stop for each of its parts.
      return;
    }
    if (number < 0 || reached.includes(element)) {
      isThrough = true;
      return;
    }
    if (reached.length === 0 && begun < 0 && !leadsToContent(element)) {
      found.push(['the first stop is no link to the content', name(element)]);
    }
    if (reached.length > 0 && number < order.indexOf(reached.at(-1))) {
      found.push(['is reached after what comes later', name(element)]);
    }
    reached.push(element);
    if (element.localName === 'iframe') {
      // The focus is somewhere on the page in it, which is looked at by itself.
      return;
    }
    if (look(element) === looks.get(element)) {
      found.push(['looks the same with focus and without', name(element)]);
    }
    const box = element.getClientRects()[0];
    // Of a field of several lines the browser shows the line that is written on.
    const needed = element.localName === 'textarea' ? 24 : Math.min(box.height, innerHeight) - 1;
    if (Math.min(box.bottom, innerHeight) - Math.max(box.top, 0) < needed || box.left < -1 || box.right > innerWidth + 1) {
      found.push(['is out of the window with focus', name(element)]);
    } else {
      const inside = (low, high, most) => [Math.max(low, 0) + 2, (Math.max(low, 0) + Math.min(high, most)) / 2, Math.min(high, most) - 2];
      for (const x of inside(box.left, box.right, innerWidth)) {
        for (const y of inside(box.top, box.bottom, innerHeight)) {
          const above = document.elementFromPoint(x, y);
          if (!above || !(element.contains(above) || above.contains(element))) {
            found.push(['is covered with focus, by ' + (above ? name(above) : 'nothing'), name(element)]);
            return;
          }
        }
      }
    }
  };

  // After some Tabs: whether the focus has been everywhere, and what was wrong since last asked.
  const stops = () => {
    stop();
    return [isThrough, found.splice(0)];
  };

  // After the last Tab.
  const missed = () => {
    const group = element => element.matches('[type=radio]') && reached.some(other => other.type === 'radio' && other.name === element.name);
    return order.slice(begun + 1)
        .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility() && !reached.includes(element) && !group(element))
        .map(element => ['is not reached by Tab', name(element)]);
  };

  // Back to the link to the content, which is the first stop.
  const back = () => {
    order.find(leadsToContent)?.focus();
    return [];
  };

  // After the link to the content and one Tab: in the content, or past it where nothing in it can be used.
  const skipped = () => {
    const main = document.querySelector('main');
    const focus = document.activeElement;
    const isIn = focus !== main && main.contains(focus);
    const isPast = main.compareDocumentPosition(focus) === Node.DOCUMENT_POSITION_FOLLOWING && !main.querySelector(FOCUSABLE);
    return isIn || isPast ? [] : [['the link to the content leads elsewhere', name(focus)]];
  };

  return {room, spread, larger: () => add('html { font-size: 200% !important }'), plain, targets, edges, still, start, stops, missed, back,
      skipped};
})();
