(function () {
  var fold = function (t) { return t.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); };
  var body = document.body, box = document.getElementById("find"), cards = [].slice.call(document.querySelectorAll("details.card"));
  if (Date.now() > Number(body.getAttribute("data-until"))) document.getElementById("over").hidden = false;
  var texts = cards.map(function (c) { return fold(c.textContent); });
  box.hidden = false;
  box.querySelector("input").addEventListener("input", function (e) {
    var words = fold(e.target.value).split(/[^a-z0-9]+/).filter(Boolean);
    cards.forEach(function (c, i) { c.hidden = !words.every(function (w) { return texts[i].indexOf(w) >= 0; }); });
    [].forEach.call(document.querySelectorAll("section.town"), function (s) { s.hidden = !s.querySelector("details.card:not([hidden])"); });
  });
})();
