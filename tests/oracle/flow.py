"""Maximum flow (Dinic), in the plainest form: nodes are integers, capacities are integers."""

from collections import deque

PLENTY = 10**12


class Network:
    def __init__(self, size: int):
        self.edges: list[list[int]] = []
        self.at: list[list[int]] = [[] for _ in range(size)]

    def join(self, tail: int, head: int, capacity: int) -> None:
        self.at[tail].append(len(self.edges))
        self.edges.append([head, capacity])
        self.at[head].append(len(self.edges))
        self.edges.append([tail, 0])

    def levels(self, source: int) -> list[int]:
        level = [-1] * len(self.at)
        level[source], queue = 0, deque([source])
        while queue:
            node = queue.popleft()
            for number in self.at[node]:
                head, capacity = self.edges[number]
                if capacity and level[head] < 0:
                    level[head] = level[node] + 1
                    queue.append(head)
        return level

    def push(self, node: int, sink: int, amount: int, level: list[int], tried: list[int]) -> int:
        if node == sink:
            return amount
        while tried[node] < len(self.at[node]):
            number = self.at[node][tried[node]]
            head, capacity = self.edges[number]
            if capacity and level[head] == level[node] + 1:
                sent = self.push(head, sink, min(amount, capacity), level, tried)
                if sent:
                    self.edges[number][1] -= sent
                    self.edges[number ^ 1][1] += sent
                    return sent
            tried[node] += 1
        return 0

    def maximum(self, source: int, sink: int) -> int:
        total = 0
        while (level := self.levels(source))[sink] >= 0:
            tried = [0] * len(self.at)
            while sent := self.push(source, sink, PLENTY, level, tried):
                total += sent
        return total
