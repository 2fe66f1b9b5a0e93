// The JavaScript side of the engine. It runs after ECharts and expects a
// function measure(text, font), which is Go's own, so that the layout and the
// drawing agree on how wide a text is.
(function () {
  'use strict';

  // ECharts starts timers for animations, which a still picture does not have.
  globalThis.setTimeout = function () { return 0; };
  globalThis.clearTimeout = function () {};

  echarts.setPlatformAPI({
    measureText: function (text, font) { return { width: measure(text, font) }; },
  });

  // A label is the name of its point. A function returns it as it is; a string
  // would be read as a template.
  function literal(params) { return params.data.name; }

  globalThis.draw = function (json, width, height) {
    const option = JSON.parse(json);
    option.series.forEach(function (s) {
      s.label = Object.assign({}, s.label, { formatter: literal });
    });
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
    try {
      chart.setOption(option);
      // renderToSVGString would add styles for hovering.
      return chart.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false });
    } finally {
      chart.dispose();
    }
  };
})();
