// What of ECharts is drawn with: a bundler leaves everything else out.
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridSimpleComponent, LegendPlainComponent, TitleComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { DISPLAY_STATES, SPECIAL_STATES } from 'echarts/lib/util/states.js';
import { SVGRenderer } from 'echarts/renderers';

// Nobody points at a still picture: without the states emphasis, blur and select
// a mark and its label have one style to compute, not four.
SPECIAL_STATES.length = 0;
DISPLAY_STATES.splice(0, DISPLAY_STATES.length, 'normal');

use([BarChart, LineChart, PieChart, GridSimpleComponent, LegendPlainComponent, TitleComponent, SVGRenderer]);
globalThis.echarts = { init, setPlatformAPI };
