"""The path rows of "Style Examples", on the wire."""

from __future__ import annotations

from case_operations_path_styles import Client

from tests.servers.scripted import Scripted


def use(server: Scripted) -> None:
    with Client(base_url=server.url) as client:
        colors, rgb = ["blue", "black", "brown"], {"R": 100, "G": 200, "B": 150}
        for call, one, many, members in (
            (client.simple, "blue", "blue,black,brown", "R,100,G,200,B,150"),
            (client.simple_each, "blue", "blue,black,brown", "R=100,G=200,B=150"),
            (client.label, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
            (client.label_each, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
            (
                client.matrix,
                ";color=blue",
                ";color=blue,black,brown",
                ";color=R,100,G,200,B,150",
            ),
            (
                client.matrix_each,
                ";color=blue",
                ";color=blue;color=black;color=brown",
                ";R=100;G=200;B=150",
            ),
        ):
            for value, text in (("blue", one), (colors, many), (rgb, members)):
                server.will(status=204)
                call(value)
                assert server.last.target.rpartition("/")[2] == text
        server.will(status=204)
        client.matrix("")
        assert server.last.target == "/matrix/false/;color"
        server.will(status=204)
        client.simple(["a,b", "c/d"])
        assert server.last.target == "/simple/false/a%2Cb,c%2Fd"
